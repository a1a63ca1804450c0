import 'server-only'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { type BackupEnd, backup } from './backup'
import { type Restored, restore } from './restore'

/** Writes a backup beside its name and gives it the name when it is whole. It holds everything: only its owner may read it. */
export async function writeBackupFile(file: string, now: Date): Promise<BackupEnd['counts']> {
  const draft = `${file}.part`
  const zip = createGzip()
  const written = pipeline(zip, createWriteStream(draft, { mode: 0o600 }))
  // Waited for below; until then a full disk must not end the process.
  written.catch(() => undefined)
  try {
    const counts = await backup(async (line) => {
      if (!zip.write(`${line}\n`)) await Promise.race([once(zip, 'drain'), written])
    }, now)
    zip.end()
    await written
    await rename(draft, file)
    return counts
  } catch (error) {
    zip.destroy()
    await rm(draft, { force: true })
    throw error
  }
}

export async function restoreFile(file: string): Promise<Restored> {
  try {
    return await restore(readLines(file))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!code.startsWith('Z_')) throw error
    return { kind: 'rejected', reason: code === 'Z_BUF_ERROR' ? 'incomplete' : 'not-a-backup' }
  }
}

async function* readLines(file: string): AsyncGenerator<string> {
  const source = createReadStream(file)
  const unzipped = source.pipe(createGunzip())
  source.on('error', (error) => unzipped.destroy(error))
  let rest = ''
  try {
    // Its own decoder, so that a letter cut in two by a chunk is put together again.
    for await (const chunk of unzipped.setEncoding('utf8')) {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
    if (rest) yield rest
  } finally {
    source.destroy()
  }
}
