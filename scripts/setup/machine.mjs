/**
 * What this machine is, in npm's words.
 */

/** @returns {import('./missing-packages.mjs').Machine} */
export function thisMachine() {
  return { os: process.platform, cpu: process.arch, libc: process.platform === 'linux' ? linuxLibc() : '' }
}

function linuxLibc() {
  // Only glibc leaves its version in the report; it is the way that npm itself looks.
  const report = /** @type {{ header?: { glibcVersionRuntime?: string } }} */ (process.report.getReport())
  return report.header?.glibcVersionRuntime ? 'glibc' : 'musl'
}
