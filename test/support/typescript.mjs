// Lets Node run TypeScript: node --import ./test/support/typescript.mjs … (tsx alone leaves out threads).
import { register } from 'tsx/esm/api';

register();
