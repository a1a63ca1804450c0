import 'server-only'
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
