export interface World {
  /** Address of the back end. */
  url: string;
  /** Changes it, and tells what it was asked and how many votes it has. */
  change(changes?: object): Promise<{ log: Record<string, string>[]; votes: number }>;
}

/** A back end of its own; see foreign-back-ends.mjs. */
export async function foreign(kind: 'bitrix' | 'acme', changes: object = {}): Promise<World> {
  const url = `${location.origin}/foreign/${kind}/${crypto.randomUUID()}/`;
  const change = async (body: object = {}) => {
    const response = await fetch(`${url}__world`, { method: 'POST', body: JSON.stringify(body) });
    return (await response.json()) as { log: Record<string, string>[]; votes: number };
  };
  await change(changes);
  return { url, change };
}
