import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { at } from './paths.mjs'

/** A hash of the names and contents of files, folders being walked. What does not exist counts as empty. */
export function fingerprint(paths, extra = '', skip = () => false) {
  const hash = createHash('sha256').update(extra)
  for (const path of paths) addTo(hash, path, skip)
  return hash.digest('hex')
}

function addTo(hash, path, skip) {
  if (skip(path) || !existsSync(at(path))) return
  if (statSync(at(path)).isDirectory()) {
    for (const name of readdirSync(at(path)).sort()) addTo(hash, join(path, name), skip)
    return
  }
  hash.update(`\0${path}\0`).update(readFileSync(at(path)))
}

export function readStamp(path) {
  return existsSync(at(path)) ? readFileSync(at(path), 'utf8').trim() : null
}

export function writeStamp(path, value) {
  mkdirSync(dirname(at(path)), { recursive: true })
  writeFileSync(at(path), `${value}\n`)
}
