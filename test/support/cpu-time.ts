/** How long work takes, whatever else the machine is doing: the time that this process has had a core. */

/** Milliseconds since the process began. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
