import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'
import { readCounts, writeCounts } from './regeneration'

const numbers = fc.nat(1_000_000)
const counts = fc.record({ fresh: numbers, changed: numbers, kept: numbers, gone: numbers, held: numbers })

test.prop([counts])('is read from the address as it was written', (told) => {
  expect(readCounts(writeCounts(told))).toEqual(told)
})

it.each([undefined, '', '1-2', 'a-b-c-d-e', '1-1-1-1-1.1-1-1-1-1', ['1-1-1-1-1', 'x']])(
  'says nothing where %s stands',
  (told) => {
    expect(readCounts(told)).toBeNull()
  },
)
