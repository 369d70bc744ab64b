/** What may stand in a query as it is stays readable: `tag=env:prod`, `q=10.3.0.0/16`. */
export function queryStringOf(search: URLSearchParams): "" | `?${string}` {
  const text = search.toString().replaceAll(/%(3A|2F|2C)/g, decodeURIComponent);
  return text === "" ? "" : `?${text}`;
}
