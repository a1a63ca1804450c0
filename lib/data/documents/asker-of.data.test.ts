import { expect, it } from 'vitest'
import { useDatabase } from '@/test/database'
import { aLearner } from '@/test/factories'
import { askerOf, askerOfOwner } from './asker-of'

useDatabase()

it.each(['guest', 'code', 'account'] as const)(
  'a document of a %s waits as its owner would, who may be away',
  async (identityKind) => {
    const owner = await aLearner({ identityKind })
    const asker = await askerOfOwner(owner.learnerId)
    expect(asker).toEqual(askerOf(owner))
    expect(asker?.rank).toBe(identityKind === 'guest' ? 'guest' : 'known')
  },
)

it('a document that ships with the app is nobody’s', async () => {
  expect(await askerOfOwner(null)).toBeUndefined()
})
