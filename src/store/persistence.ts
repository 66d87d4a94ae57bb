/** Asks the browser not to evict this site's data. Whether it agrees changes nothing else. */
export async function askForPersistence(
  storage: Partial<StorageManager> | undefined = navigator.storage,
): Promise<boolean> {
  try {
    return (await storage?.persisted?.()) === true || (await storage?.persist?.()) === true;
  } catch {
    return false;
  }
}
