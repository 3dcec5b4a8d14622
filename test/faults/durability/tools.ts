/** The programs of the system that make disks fail for real. What is missing is asked for in one line and never passed over. */
import { spawnSync } from 'node:child_process'
import { userInfo } from 'node:os'
import { join } from 'node:path'

/** The words that start a program under strace, which `options` tell what to trace or which calls to let fail. */
export function underStrace(options: readonly string[]): readonly string[] {
  const works = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0
  if (!works) throw new Error('these tests need strace and leave to trace own programs: sudo apt-get install strace')
  return ['strace', '-f', '--seccomp-bpf', '-e', 'signal=none', ...options]
}

/** The words that start a program for which these calls on these files fail: calls → which error and at which of their uses. */
export function failingCalls(
  folder: string,
  files: readonly string[],
  faults: Readonly<Record<string, string>>,
): readonly string[] {
  const paths = files.flatMap((file) => ['-P', join(folder, file)])
  const injections = Object.entries(faults).flatMap(([calls, fault]) => ['-e', `inject=${calls}:${fault}`])
  return underStrace(['-o', '/dev/null', '-e', `trace=${Object.keys(faults).join()}`, ...paths, ...injections])
}

/**
 * The words that start a program with mounts of its own, which go away with it, and a fresh tmpfs of this size on `folder`, where
 * the shell command `prepare` has been run; undefined where the system does not let us mount, as in many containers.
 */
export function onTmpfs(folder: string, size: string, prepare = 'true'): readonly string[] | undefined {
  const namespace = isRoot() ? ['-m'] : ['-U', '-r', '-m']
  const script = `mount -t tmpfs -o size=${size} none "$0" && ${prepare} && exec "$@"`
  const words = [...namespace, 'sh', '-c', script, folder]
  return spawnSync('unshare', [...words, 'true']).status === 0 ? ['unshare', ...words] : undefined
}

export function isRoot(): boolean {
  return userInfo().uid === 0
}
