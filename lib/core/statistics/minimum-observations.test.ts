import { describe, expect, it } from 'vitest'
import { hasEnoughObservations } from './minimum-observations'

describe('whether there is enough to tell', () => {
  it('takes ten observations, as the statistics and the class questions do', () => {
    expect([0, 1, 9, 10, 11].map(hasEnoughObservations)).toEqual([false, false, false, true, true])
  })
})
