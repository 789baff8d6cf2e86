/** The two folders that hold all there is: what a backup holds, and where a restore puts it. */
export interface BackedUpFolders {
  dataDir: string;
  corpusDir: string;
}
