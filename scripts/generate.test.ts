import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { GAP_MODEL, startGapModel } from '../test/model-servers/gap-model'

const SHIPPED = 'content/the-foreign-policy-of-kyrgyzstan.md'
const dir = mkdtempSync(join(tmpdir(), 'bilim-generate-'))
const run = (...args: string[]) => runIn({}, ...args)

function runIn(place: Record<string, string>, ...args: string[]) {
  const env = { ...process.env, ...place }
  return spawnSync(process.execPath, ['--import', 'tsx', 'scripts/generate.ts', ...args], { encoding: 'utf8', env })
}

describe('npm run generate', () => {
  it('prints facts and items whose evidence quotes the text', () => {
    const { status, stdout } = run(SHIPPED, '--format', 'json')
    expect(status).toBe(0)
    const { document, facts, items } = JSON.parse(stdout)
    expect(document).toMatchObject({
      title: 'The foreign policy of Kyrgyzstan',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    const ids = new Set(facts.map(({ id }: { id: string }) => id))
    expect(items.length).toBeGreaterThan(0)
    for (const { factId, evidence } of items) {
      expect(ids).toContain(factId)
      for (const { start, end, quote } of evidence) expect(document.text.slice(start, end)).toBe(quote)
    }
  })

  it('prints the same bytes each time, and writes them to a file when asked', () => {
    const out = join(dir, 'out.json')
    expect(run(SHIPPED, '--out', out)).toMatchObject({ status: 0, stdout: '' })
    expect(readFileSync(out, 'utf8')).toBe(run(SHIPPED).stdout)
  })

  it('prints the same bytes in any time zone and any language of the machine', { tags: ['long'] }, () => {
    const [here, ...elsewhere] = [
      { TZ: 'UTC', LC_ALL: 'C' },
      { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8' },
      { TZ: 'America/St_Johns', LC_ALL: 'ar_EG.UTF-8' },
    ].map((place) => runIn(place, SHIPPED).stdout)
    expect(here).not.toBe('')
    for (const printed of elsewhere) expect(printed).toBe(here)
  })

  it.each(['md', 'csv'])('knows the format %s', (format) => {
    expect(run(SHIPPED, '--format', format)).toMatchObject({ status: 0, stdout: expect.stringContaining('flashcard') })
  })

  it('says of each item who made it and its rank, and which ones the depth shows', () => {
    const shownAt = (depth: string) => {
      const items: { shown: boolean; rank: number; finder: string }[] = JSON.parse(
        run(SHIPPED, '--depth', depth).stdout,
      ).items
      expect(new Set(items.map(({ finder }) => finder))).toEqual(new Set(['rules']))
      expect(items.map(({ rank }) => rank).sort((a, b) => a - b)).toEqual(items.map((_, at) => at + 1))
      return items.filter(({ shown }) => shown).map(({ rank }) => rank)
    }
    const [key, balanced, everything] = ['key', 'balanced', 'everything'].map(shownAt)
    expect(balanced).toEqual(expect.arrayContaining(key ?? []))
    expect(everything).toEqual(expect.arrayContaining(balanced ?? []))
    expect(key?.length).toBeLessThan(balanced?.length ?? 0)
  })

  it('prints nothing when a model is asked for and none is configured', () => {
    const { status, stdout, stderr } = runIn({ BILIM_MODEL: '' }, SHIPPED, '--model')
    expect({ status, stdout, said: stderr.includes('No model is configured') }).toEqual({
      status: 2,
      stdout: '',
      said: true,
    })
  })

  it('skips what the model declines and keeps the rest, and stops when it declines all', async () => {
    const finders = async (declines: (asked: number) => boolean) => {
      const server = await startGapModel(undefined, declines)
      const env = { ...process.env, BILIM_MODEL: GAP_MODEL, OPENAI_BASE_URL: server.url, OLLAMA_BASE_URL: '' }
      const args = ['--import', 'tsx', 'scripts/generate.ts', SHIPPED, '--model']
      // Not in sync: the server answers from this process.
      const { stdout, stderr, code } = await promisify(execFile)(process.execPath, args, {
        env,
        maxBuffer: Number.POSITIVE_INFINITY,
      }).then(
        (printed) => ({ ...printed, code: 0 }),
        (error: { stdout: string; stderr: string; code: number }) => error,
      )
      await server.close()
      const items: { finder: string }[] = stdout === '' ? [] : JSON.parse(stdout).items
      return { code, said: stderr.trim(), finders: new Set(items.map(({ finder }) => finder)) }
    }
    const one = await finders((asked) => asked === 1)
    expect(one).toEqual({
      code: 0,
      said: 'The model would not answer 1 of the requests; the others count.',
      finders: new Set(['rules', `model:${GAP_MODEL}`]),
    })
    expect(await finders(() => true)).toEqual({
      code: 2,
      said: expect.stringContaining('The model did not answer: declined'),
      finders: new Set(),
    })
  })

  it('says in one line why a file cannot be read, and exits with 2', () => {
    const binary = join(dir, 'binary.txt')
    writeFileSync(binary, Buffer.alloc(5_000))
    for (const [said, ...args] of [
      ['it is no text', binary],
      ['there is no such file', join(dir, 'missing.txt')],
      ['no format “docx”', SHIPPED, '--format', 'docx'],
      ['Unknown option', SHIPPED, '--dept', 'key'],
      ['No file is named'],
    ] as const) {
      const { status, stdout, stderr } = run(...args)
      expect({ status, stdout, lines: stderr.trim().split('\n') }).toEqual({
        ...{ status: 2, stdout: '' },
        lines: [expect.stringContaining(said)],
      })
    }
  })

  it('says of a language that the rules do not read that they made nothing', () => {
    const { status, stdout, stderr } = run('content/ysyk-kol.md')
    expect({ status, items: JSON.parse(stdout).items, said: stderr.includes('(kir)') }).toEqual({
      ...{ status: 0, items: [], said: true },
    })
  })
})
