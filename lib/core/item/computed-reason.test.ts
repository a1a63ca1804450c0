import { expect, it } from 'vitest'
import { inPlainWords } from './computed-reason'

it('reads the reasons that earlier engines kept as they are written now, and leaves every other as it is', () => {
  const read = (reason: string) => inPlainWords(reason)
  expect(read('Computed: the text says 2008, and never mentions 2001.')).toBe(
    'The text says 2008. It never mentions 2001.',
  )
  expect(read('Computed: the text says 1,200; it says 40 of something else.')).toBe(
    'The text says 1,200. It says 40 of something else.',
  )
  for (const other of ['The text says 2008. It never mentions 2001.', 'Computed: by hand.', ''])
    expect(read(other)).toBe(other)
})
