import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { NetworkPolicy } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicy";
import { PodDisruptionBudget } from "kubernetes-models/policy/v1/PodDisruptionBudget";
import { Secret } from "kubernetes-models/v1/Secret";
import { Service } from "kubernetes-models/v1/Service";
import { ServiceAccount } from "kubernetes-models/v1/ServiceAccount";
import { expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import { ROOT } from "./process.mjs";

const MODELS = { Deployment, NetworkPolicy, PodDisruptionBudget, Secret, Service, ServiceAccount };

const read = (path) => readFileSync(join(ROOT, path), "utf8");
const objectsOf = (path) => parseAllDocuments(read(path)).map((document) => document.toJS());
const objects = objectsOf("deploy/kubernetes/tunnelboard.yaml");
const [secret] = objectsOf("deploy/kubernetes/secret.example.yaml");
const one = (kind) => objects.find((object) => object.kind === kind);

/** A copy whose fields leave `unread` once something reads them. */
function observed(value, path, unread) {
  if (typeof value !== "object" || value === null) return value;
  const copy = Array.isArray(value) ? [] : {};
  for (const [name, field] of Object.entries(value)) {
    const fieldPath = `${path}.${name}`;
    const child = observed(field, fieldPath, unread);
    unread.add(fieldPath);
    const get = () => {
      unread.delete(fieldPath);
      return child;
    };
    Object.defineProperty(copy, name, { enumerable: true, configurable: true, get });
  }
  return copy;
}

/**
 * What Kubernetes' own schema has against an object. The schema allows fields that it does not know, and the
 * API server drops them: a field that its validator never reads is one of these.
 */
function faultsOf(object) {
  const model = new MODELS[object.kind]({});
  const unread = new Set();
  const fields = observed(object, object.kind, unread);
  Object.defineProperties(model, Object.getOwnPropertyDescriptors(fields));
  const faults = [];
  try {
    model.validate();
  } catch (error) {
    faults.push(error.message);
  }
  return [...faults, ...[...unread].map((path) => `unknown field ${path}`)];
}

it.each([...objects, secret].map((object) => [object.kind, object]))("%s is valid", (_, object) => {
  expect(faultsOf(object)).toEqual([]);
});

it("the check finds a wrong type, a wrong version and a misspelt field", () => {
  const deployment = one("Deployment");
  const { spec } = deployment;
  expect(faultsOf({ ...deployment, spec: { ...spec, replicas: "2" } })).toHaveLength(1);
  expect(faultsOf({ ...deployment, apiVersion: "apps/v1beta1" })).toHaveLength(1);
  expect(faultsOf({ ...deployment, spec: { ...spec, replica: 2 } })).toEqual([
    "unknown field Deployment.spec.replica",
  ]);
});

it("service, budget and policy choose the deployment's pods", () => {
  const { labels } = one("Deployment").spec.template.metadata;
  expect(one("Deployment").spec.selector.matchLabels).toEqual(labels);
  expect(one("Service").spec.selector).toEqual(labels);
  expect(one("PodDisruptionBudget").spec.selector.matchLabels).toEqual(labels);
  expect(one("NetworkPolicy").spec.podSelector.matchLabels).toEqual(labels);
});

it("each setting is one that the program reads or the SDK does, and none has a value", () => {
  const known = read(".env.example");
  for (const [name, value] of Object.entries(secret.stringData)) {
    expect(known).toContain(`${name}=`);
    expect(value).toBe("");
  }
});

it("the database is told of as many replicas as there are", () => {
  const { replicas, template } = one("Deployment").spec;
  const [container] = template.spec.containers;
  const told = container.env.find(({ name }) => name === "TUNNELBOARD_REPLICAS");
  expect(told.value).toBe(String(replicas));
});
