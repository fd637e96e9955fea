const { fetch: plain } = globalThis;
globalThis.fetch = async function (input, init) {
  const answer = await plain.call(this, new Request(input, init));
  return new Response(await answer.clone().blob(), answer);
};
