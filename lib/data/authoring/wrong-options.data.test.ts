import { expect, it } from 'vitest'
import { aTown, founded, KARAKOL, written } from '@/test/authored-town'
import { useDatabase } from '@/test/database'
import { offerWrongOptions } from './wrong-options'

useDatabase()

it('offers no year among names, and nothing where the deck has no other answer of that kind', async () => {
  const { owner, deckId } = await aTown()
  for (const year of ['1868', 'July 1873'])
    await written(owner, deckId, { ...founded, stem: `What came in ${year}?`, key: [year], evidence: [] })
  const asked = { itemId: null, stem: 'Which town was founded in 1869?', wrong: [], evidence: [KARAKOL] }
  expect(await offerWrongOptions(owner, deckId, { ...asked, key: ['Karakol'] })).toEqual([])
  await written(owner, deckId, { ...founded, stem: 'Which town is larger?', key: ['Naryn'], evidence: [] })
  expect(await offerWrongOptions(owner, deckId, { ...asked, key: ['Karakol'] })).toEqual(['Naryn'])
})

it('offers answers of the same form as wrong options', async () => {
  const { owner, deckId } = await aTown()
  for (const [town, year] of [
    ['Naryn', '1868'],
    ['Talas', '1877'],
  ] as const)
    await written(owner, deckId, { ...founded, stem: `When was ${town} founded?`, key: [year], evidence: [] })
  const { itemId } = await written(owner, deckId)
  const { stem } = founded
  const edited = { itemId, stem, key: ['1869'], wrong: [], evidence: [KARAKOL] }
  expect(await offerWrongOptions(owner, deckId, edited)).toEqual(['1868', '1877'])
  expect(await offerWrongOptions(owner, deckId, { ...edited, wrong: ['1868'] })).toEqual(['1877'])
  // For a new item, and for another key than the saved one.
  const begun = { itemId: null, stem, key: ['1877'], wrong: [], evidence: [KARAKOL] }
  expect(await offerWrongOptions(owner, deckId, begun)).toEqual(['1868'])
  expect(await offerWrongOptions(owner, deckId, { ...begun, key: [] })).toEqual([])
  // Where several answers are right, none of them is offered.
  expect(await offerWrongOptions(owner, deckId, { ...begun, key: ['1877', '1869'] })).toEqual(['1868'])
})
