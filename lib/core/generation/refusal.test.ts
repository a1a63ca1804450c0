import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import findings from '@/messages/en/items.json'
import refusals from '@/messages/en/refusals.json'
import { FINDING_CODES } from '../check/check-result'
import { REFUSAL_CODES } from './refusal'

/** Their tables have a row for each code: an item, draft or sentence that has it, and one near it that has not. */
const TABLES = [
  '../check/check-item.test.ts',
  '../check/judge-written.test.ts',
  'gate.test.ts',
  'model/second-reading.test.ts',
  'model/windows.test.ts',
  'pasted/list-items.test.ts',
  'rules/sentence-claims.test.ts',
  '../../data/decks/why-not-asked.data.test.ts',
  '../../data/maintenance/recorded-items.data.test.ts',
]

it('every code of a finding or a refusal has a row in a table of tests', () => {
  const rows = TABLES.flatMap((file) => [
    ...readFileSync(join(import.meta.dirname, file), 'utf8').matchAll(
      /^ {4}code: '([a-z-]+)',$|, code: '([a-z-]+)' },$/gm,
    ),
  ])
  const tested = new Set(rows.map(([, alone, inLine]) => alone ?? inLine))
  expect([...FINDING_CODES, ...REFUSAL_CODES].filter((code) => !tested.has(code))).toEqual([])
})

it('every sentence about a code is of one that there is', () => {
  expect(Object.keys(findings.checks).toSorted()).toEqual(FINDING_CODES.toSorted())
  expect(FINDING_CODES).toEqual(expect.arrayContaining(Object.keys(findings.advice)))
  expect(Object.keys(refusals).toSorted()).toEqual(REFUSAL_CODES.toSorted())
})
