export function startPatiently<Started>(
  name: string,
  start: () => Promise<Started>,
  tries?: number,
): Promise<Started>;
