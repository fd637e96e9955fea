export declare function buildForTests(): Promise<string>;
