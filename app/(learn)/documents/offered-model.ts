import 'server-only'
import { consentValue, type OfferedModel } from '@/components/import/consent-value'
import { hasAccount, type Viewer } from '@/lib/core/people/viewer'
import { isMonthUsedUp } from '@/lib/data/readings/find-reading'
import type { ModelConsent } from '@/lib/model/consent'
import { describeModel } from '@/lib/model/describe-model'
import { modelSettings } from '@/lib/model/settings'

/** The model that the viewer may let read a document: anybody with an account. Nothing is sent to it to find out. */
export async function offeredModel(viewer: Viewer | null): Promise<OfferedModel | null> {
  const settings = modelSettings()
  if (settings.kind !== 'on' || !viewer || !hasAccount(viewer)) return null
  const { name, host, access } = await describeModel(settings.connection)
  if (access.kind !== 'allowed') return null
  const { monthlyTokens } = settings
  const waits = monthlyTokens !== null && (await isMonthUsedUp(monthlyTokens, new Date()))
  return { name, host, where: access.where, waits }
}

/** To what the author said yes, as `consentValue` writes it: null if another model is offered by now, or the viewer may use none. */
export async function readConsent(viewer: Viewer, said: string | null): Promise<ModelConsent | null> {
  const model = said === null ? null : await offeredModel(viewer)
  return model && consentValue(model) === said ? { model: model.name, host: model.host, place: model.where } : null
}
