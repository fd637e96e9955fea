// Loaded before a program: the file system has no hard links, as exFAT or a share of SMB.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

fs.linkSync = (from, to) => {
  const message = `EPERM: operation not permitted, link '${from}' -> '${to}'`;
  throw Object.assign(new Error(message), { code: 'EPERM', syscall: 'link', path: from });
};
syncBuiltinESMExports();
