/** Exit codes: the contract with scripts. */
export const EXIT = { clean: 0, findings: 1, failure: 2 } as const;
