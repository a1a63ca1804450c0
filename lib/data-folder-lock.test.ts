import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DataInUse, lockData } from './data-folder-lock'

const folder = () => mkdtempSync(join(tmpdir(), 'bilim-lock-'))

describe('the lock of a data folder', () => {
  it('is refused while a live process holds it, and says which', () => {
    const dir = folder()
    const release = lockData(dir)
    expect(() => lockData(dir)).toThrow(DataInUse)
    expect(() => lockData(dir)).toThrow(`process ${process.pid}`)
    release()
    lockData(dir)()
    expect(existsSync(join(dir, 'lock'))).toBe(false)
  })

  it('is taken over from a process that was killed', async () => {
    const dir = folder()
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    writeFileSync(join(dir, 'lock'), JSON.stringify({ pid: child.pid, started: null, nonce: 'old' }))
    expect(() => lockData(dir)).toThrow(DataInUse)
    child.kill('SIGKILL')
    await once(child, 'exit')
    lockData(dir)
    expect(JSON.parse(readFileSync(join(dir, 'lock'), 'utf8')).pid).toBe(process.pid)
  })

  it('is taken over from a process that still runs when the next one asks, and ends a moment later', () => {
    const dir = folder()
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => process.exit(), 150)'])
    writeFileSync(join(dir, 'lock'), JSON.stringify({ pid: child.pid, started: null, nonce: 'old' }))
    lockData(dir)()
  })

  it('is taken over when another process now has the number of the dead one', () => {
    const dir = folder()
    writeFileSync(join(dir, 'lock'), JSON.stringify({ pid: process.pid, started: 'long ago', nonce: 'old' }))
    expect(() => lockData(dir)).not.toThrow()
  })

  it('goes to exactly one of several processes that find the same dead lock', async () => {
    const dir = folder()
    writeFileSync(join(dir, 'lock'), JSON.stringify({ pid: 2 ** 22 + 1, started: 'x', nonce: 'dead' }))
    // Whoever has it keeps it until it is killed, or this test is gone: the others may start much later.
    const script = `import { lockData } from ${JSON.stringify(join(import.meta.dirname, 'data-folder-lock.ts'))}
      try { lockData(${JSON.stringify(dir)}); console.log('mine'); process.stdin.resume() } catch { console.log('refused') }`
    const file = join(dir, 'take.mts')
    writeFileSync(file, script)
    const children = Array.from({ length: 3 }, () => spawn(process.execPath, ['--import', 'tsx', file]))
    const lines = await Promise.all(children.map(async (child) => String((await once(child.stdout, 'data'))[0]).trim()))
    for (const child of children) child.kill('SIGKILL')
    expect(lines.sort()).toEqual(['mine', 'refused', 'refused'])
  })
})
