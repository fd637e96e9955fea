// The program behind `npm start`: the server without functions of a host.
import { run } from './run.js';

await run();
