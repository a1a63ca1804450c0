import { existsSync } from 'node:fs'
import { runCommand } from './run-command.mjs'
import { say } from './say.mjs'

/** Installs a package of the distribution where that is allowed without asking; says whether it did. */
export async function installDebianPackage(name) {
  if (!existsSync('/usr/bin/apt-get')) return false
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const apt = (...args) => runAs(asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args)
  if (asRoot.length > 0 && (await runAs(asRoot, 'true')).code !== 0) return false
  say(`Installing the distribution's package ${name} …`)
  await apt('update', '-qq')
  return (await apt('install', '-y', '-qq', '--no-install-recommends', name)).code === 0
}

const runAs = (prefix, ...command) => {
  const [program, ...args] = [...prefix, ...command]
  return runCommand(program, args)
}
