import { describe, expect, it } from 'vitest'
import { useDatabase } from '@/test/database'
import { aLearner } from '@/test/factories'
import { requesterFor } from './generation-job'

useDatabase()

describe('a job', () => {
  it.each(['guest', 'code', 'account'] as const)(
    'of a %s is queued for its owner, who may be away',
    async (identityKind) => {
      const { learnerId } = await aLearner({ identityKind })
      const rank = identityKind === 'guest' ? 'guest' : 'known'
      expect(await requesterFor(learnerId)).toEqual({ learnerId, rank })
    },
  )

  it('of a document that ships with the app is queued for nobody', async () => {
    expect(await requesterFor(null)).toBeUndefined()
  })
})
