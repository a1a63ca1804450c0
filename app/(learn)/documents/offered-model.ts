import 'server-only'
import type { ConsentPlace } from '@/components/import/consent-place'
import type { OfferedModel } from '@/components/import/model-consent'
import { hasAccount, type Viewer } from '@/lib/core/people/viewer'
import { describeModel } from '@/lib/model/describe-model'
import { modelSettings } from '@/lib/model/settings'

/** The model that the viewer may let read a document: anybody with an account. Nothing is sent to it to find out. */
export async function offeredModel(viewer: Viewer | null): Promise<OfferedModel | null> {
  const settings = modelSettings()
  if (settings.kind !== 'on' || !viewer || !hasAccount(viewer)) return null
  const { name, host, access } = await describeModel(settings.connection)
  return access.kind === 'allowed' ? { name, host, where: access.where } : null
}

/** The place that the author consented to, if that is where the model is and the viewer may use it. */
export async function permittedPlace(viewer: Viewer, place: ConsentPlace | null): Promise<ConsentPlace | null> {
  if (place === null) return null
  const model = await offeredModel(viewer)
  return model?.where === place ? place : null
}
