import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Viewer } from '@/lib/core/people/viewer'

beforeAll(() => {
  vi.stubEnv('BILIM_MODEL', 'tiny')
  vi.stubEnv('OPENAI_BASE_URL', 'http://127.0.0.1:9/v1')
  vi.resetModules()
  return () => vi.unstubAllEnvs()
})

const TEACHER = { identityKind: 'account' } as Viewer
const GUEST = { identityKind: 'guest' } as Viewer
const OFFERED = 'this-machine 127.0.0.1 tiny'

const readConsent = async (viewer: Viewer, said: string | null) =>
  (await import('./offered-model')).readConsent(viewer, said)

describe('the consent of a form', () => {
  it('names the model, its host and its place', async () => {
    const { offeredModel } = await import('./offered-model')
    expect(await offeredModel(TEACHER)).toEqual({
      name: 'tiny',
      host: '127.0.0.1',
      where: 'this-machine',
      waits: false,
    })
    const consent = { model: 'tiny', host: '127.0.0.1', place: 'this-machine' }
    expect(await readConsent(TEACHER, OFFERED)).toEqual(consent)
  })

  it.each([
    ['was not given', TEACHER, null],
    ['is for another model', TEACHER, 'this-machine 127.0.0.1 large'],
    ['is for another host', TEACHER, 'this-machine models.example tiny'],
    ['is for another place', TEACHER, 'outside 127.0.0.1 tiny'],
    ['is of a guest', GUEST, OFFERED],
  ])('counts for nothing where it %s', async (_why, viewer, said) => {
    expect(await readConsent(viewer, said)).toBeNull()
  })
})
