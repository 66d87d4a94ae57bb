/** Cruises the folder that holds `src/` by the house's rules. */
export declare function checkImports(root: string): Promise<{
  readonly modules: number;
  readonly files: number;
  readonly violations: readonly { readonly rule: string; readonly from: string; readonly to: string }[];
}>;
