import { existsSync } from 'node:fs'
import { log } from './log.mjs'
import { runCommand } from './run-command.mjs'

/** Installs a package of the distribution where this process already runs as root; says whether it did. */
export async function installDebianPackage(name) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args) => runCommand('apt-get', args, { env })
  log(`Installing the distribution's package ${name} …`)
  await apt('update', '-qq')
  return (await apt('install', '-y', '-qq', '--no-install-recommends', name)).code === 0
}
