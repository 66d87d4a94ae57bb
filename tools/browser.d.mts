export declare function findBrowser(): string | undefined;
export declare function ensureBrowser(): string;
export declare const BROWSER_ARGS: string[];
