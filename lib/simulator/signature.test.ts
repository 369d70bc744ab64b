import { describe, expect, it } from "vitest";
import { isSignedWith, sign, stringToSign } from "./signature";

const common = { SignatureMethod: "HMAC-SHA1", SignatureVersion: "1.0" };

/** The worked examples that Alibaba Cloud publishes for ECS, SMS and ActionTrail. */
const published = [
  {
    name: "ECS DescribeRegions",
    method: "GET",
    secret: "testsecret",
    signature: "OLeaidS1JvxuMvnyHOwuJ+uX5qY=",
    parameters: {
      ...common,
      AccessKeyId: "testid",
      Action: "DescribeRegions",
      Format: "XML",
      SignatureNonce: "3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf",
      Timestamp: "2016-02-23T12:46:24Z",
      Version: "2014-05-26",
    },
  },
  {
    name: "ECS DescribeRegions with the older spelling TimeStamp",
    method: "GET",
    secret: "testsecret",
    signature: "CT9X0VtwR86fNWSnsc6v8YGOjuE=",
    parameters: {
      ...common,
      AccessKeyId: "testid",
      Action: "DescribeRegions",
      Format: "XML",
      SignatureNonce: "3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf",
      TimeStamp: "2016-02-23T12:46:24Z",
      Version: "2014-05-26",
    },
  },
  {
    name: "SMS SendSms with Chinese text and JSON",
    method: "GET",
    secret: "testSecret",
    signature: "zJDF+Lrzhj/ThnlvIToysFRq6t4=",
    parameters: {
      ...common,
      AccessKeyId: "testId",
      Action: "SendSms",
      Format: "XML",
      OutId: "123",
      PhoneNumbers: "15300000001",
      RegionId: "cn-hangzhou",
      SignName: "阿里云短信测试专用",
      SignatureNonce: "45e25e9b-0a6f-4070-8c85-2956eda1b466",
      TemplateCode: "SMS_71390007",
      TemplateParam: '{"customer":"test"}',
      Timestamp: "2017-07-12T02:42:19Z",
      Version: "2017-05-25",
    },
  },
  {
    name: "ActionTrail LookupEvents by POST",
    method: "POST",
    secret: "testsecret",
    signature: "fFG+usugjKwssVzaPH0FXZPkSWY=",
    parameters: {
      ...common,
      AccessKeyId: "testid",
      Action: "LookupEvents",
      Format: "JSON",
      RegionId: "cn-hangzhou",
      SignatureNonce: "08d80560-0f4f-11eb-8cbb-0972fab51c81",
      Timestamp: "2020-10-16T01:29:29Z",
      Version: "2020-07-06",
    },
  },
];

describe("RPC signature version 1", () => {
  it.each(published)("reproduces $name", ({ method, secret, signature, parameters }) => {
    const text = stringToSign(method, new Map(Object.entries(parameters)));
    expect(sign(secret, text)).toBe(signature);
  });

  it("encodes the characters that encodeURIComponent leaves alone, and the tilde not", () => {
    expect(stringToSign("get", new Map([["Name", "a b!'()*~+/"]]))).toBe(
      "GET&%2F&Name%3Da%2520b%2521%2527%2528%2529%252A~%252B%252F",
    );
  });

  it("sorts by code unit, capitals first", () => {
    const text = stringToSign("GET", new Map(Object.entries({ b: "", a: "", B: "", "a.1": "" })));
    expect(decodeURIComponent(text)).toBe("GET&/&B=&a=&a.1=&b=");
  });

  it("leaves Signature out and accepts exactly the right one", () => {
    const parameters = new Map([["Action", "X"]]);
    const right = sign("secret", stringToSign("POST", parameters));
    const carrying = (signature: string) => new Map([...parameters, ["Signature", signature]]);
    expect(isSignedWith("secret", "POST", carrying(right))).toBe(true);
    expect(isSignedWith("secret", "GET", carrying(right))).toBe(false);
    expect(isSignedWith("Secret", "POST", carrying(right))).toBe(false);
    expect(isSignedWith("secret", "POST", carrying(`${right}=`))).toBe(false);
    expect(isSignedWith("secret", "POST", parameters)).toBe(false);
  });
});
