/** The key of an element in the answers of the protocol. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
const ENTER = "\uE007";

/** The part of WebDriver that the walk needs: https://www.w3.org/TR/webdriver2/ */
export async function startSession(driverUrl: string, capabilities: object) {
  const answer = await call("POST", `${driverUrl}/session`, {
    capabilities: { alwaysMatch: capabilities },
  });
  const session = `${driverUrl}/session/${answer.sessionId}`;
  const find = async (selector: string): Promise<string> => {
    const found = await call("POST", `${session}/element`, {
      using: "css selector",
      value: selector,
    });
    return `${session}/element/${found[ELEMENT]}`;
  };
  return {
    open: (url: string) => call("POST", `${session}/url`, { url }),
    resize: (width: number, height: number) =>
      call("POST", `${session}/window/rect`, { x: 0, y: 0, width, height }),
    evaluate: (expression: string) =>
      call("POST", `${session}/execute/sync`, { script: `return (${expression})`, args: [] }),
    click: async (selector: string) => call("POST", `${await find(selector)}/click`, {}),
    type: async (selector: string, text: string) =>
      call("POST", `${await find(selector)}/value`, { text: text.replaceAll("\n", ENTER) }),
    end: () => call("DELETE", session),
  };
}

async function call(method: "POST" | "DELETE", url: string, body?: object) {
  const response = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`WebDriver: ${value.error}: ${value.message}`);
  return value;
}
