import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { expect, it } from 'vitest'
import { type ModelVariables, readModelSettings } from './settings'

/** What the settings say, with the key read. */
function read(variables: ModelVariables) {
  const settings = readModelSettings(variables)
  if (settings.kind !== 'on') return settings
  const { apiKey, ...connection } = settings.connection
  return { ...settings, connection: { ...connection, key: apiKey() } }
}

const OLLAMA = { BILIM_MODEL: 'small', OLLAMA_BASE_URL: 'http://localhost:11434' }
const OPENAI = { BILIM_MODEL: 'large', OPENAI_BASE_URL: 'https://models.test/v1' }

it('is off without BILIM_MODEL, whatever else is set', () => {
  const { BILIM_MODEL: _, ...rest } = { ...OPENAI, OPENAI_API_KEY: 'key', BILIM_MODEL_REMOTE: 'allow' }
  expect(read(rest)).toEqual({ kind: 'off' })
  expect(read({ ...rest, BILIM_MODEL_MONTHLY_TOKENS: 'many' })).toEqual({ kind: 'off' })
})

it.each([
  'http://localhost:11434',
  'http://localhost:11434/',
  'http://localhost:11434/v1',
  'http://localhost:11434/api/',
])('finds the chat protocol of Ollama under %s, and sends it no key of another service', (url) => {
  expect(read({ ...OLLAMA, OLLAMA_BASE_URL: url, OPENAI_API_KEY: 'key' })).toEqual({
    kind: 'on',
    connection: { name: 'small', baseUrl: 'http://localhost:11434/v1', key: null, isRemoteAllowed: false },
    monthlyTokens: null,
    skippedStages: [],
  })
})

it('takes OPENAI_BASE_URL as it is, with the key', () => {
  const variables = { ...OPENAI, OPENAI_BASE_URL: 'https://models.test/openai/', OPENAI_API_KEY: ' key\n' }
  expect(
    read({
      ...variables,
      BILIM_MODEL_REMOTE: 'allow',
      BILIM_MODEL_MONTHLY_TOKENS: '2000000',
      BILIM_MODEL_SKIP: 'elsewhere, refute',
    }),
  ).toEqual({
    kind: 'on',
    connection: { name: 'large', baseUrl: 'https://models.test/openai', key: 'key', isRemoteAllowed: true },
    monthlyTokens: 2_000_000,
    skippedStages: ['elsewhere', 'refute'],
  })
})

it('reads the key from a file', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'key-')), 'key')
  writeFileSync(file, 'from-file\n')
  expect(read({ ...OPENAI, OPENAI_API_KEY_FILE: file })).toMatchObject({ connection: { key: 'from-file' } })
})

it('keeps the key out of what is printed or serialized', () => {
  const settings = readModelSettings({ ...OPENAI, OPENAI_API_KEY: 'very-secret' })
  expect(settings.kind).toBe('on')
  expect(inspect(settings, { depth: null, showHidden: true }) + JSON.stringify(settings)).not.toContain('very-secret')
})

it.each<[string, ModelVariables]>([
  ['neither OLLAMA_BASE_URL nor OPENAI_BASE_URL', { BILIM_MODEL: 'small' }],
  ['are both set', { ...OLLAMA, ...OPENAI }],
  ['OLLAMA_BASE_URL must be an http or https address', { ...OLLAMA, OLLAMA_BASE_URL: 'localhost:11434' }],
  ['OPENAI_BASE_URL must be an http or https address', { ...OPENAI, OPENAI_BASE_URL: 'file:///etc/passwd' }],
  ['without a password', { ...OPENAI, OPENAI_BASE_URL: 'https://me:password@models.test/v1' }],
  ['a query', { ...OPENAI, OPENAI_BASE_URL: 'https://models.test/v1?key=1' }],
  ['keep one', { ...OPENAI, OPENAI_API_KEY: 'key', OPENAI_API_KEY_FILE: '/key' }],
  ['cannot be read', { ...OPENAI, OPENAI_API_KEY_FILE: '/no/such/file' }],
  ['without spaces', { ...OPENAI, OPENAI_API_KEY: 'two words' }],
  ['BILIM_MODEL_REMOTE', { ...OPENAI, BILIM_MODEL_REMOTE: 'yes' }],
  ['BILIM_MODEL_SKIP can have answer-with-text', { ...OPENAI, BILIM_MODEL_SKIP: 'propose' }],
  ['a whole number above 0', { ...OPENAI, BILIM_MODEL_MONTHLY_TOKENS: '0' }],
  ['a whole number above 0', { ...OPENAI, BILIM_MODEL_MONTHLY_TOKENS: '1.5' }],
  ['a whole number above 0', { ...OPENAI, BILIM_MODEL_MONTHLY_TOKENS: 'many' }],
])('says in a sentence what is wrong: %s', (words, variables) => {
  expect(readModelSettings(variables)).toEqual({
    kind: 'invalid',
    problem: expect.stringMatching(new RegExp(`${words}.*\\.$`)),
  })
})
