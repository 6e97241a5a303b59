/** See action-key.mjs. */
export function actionKey(dataDir: string): string;
