import 'server-only'
import { env } from './env'
import { log } from './log'
import { describeModel, type ModelDescription } from './model/describe-model'
import { modelSettings } from './model/settings'

const PLACES = {
  'this-machine': 'on this machine',
  'private-network': 'in a private network',
  outside: 'outside this machine and the private networks',
} as const

/** Tells the operator at start whether a language model reads documents too. The app runs without one. */
export async function checkModelAtStart(): Promise<void> {
  if (env.NEXT_PHASE === 'phase-production-build') return
  const settings = modelSettings()
  if (settings.kind === 'invalid') log.warn(`${settings.problem} Documents are read by the rules alone.`)
  if (settings.kind !== 'on') return
  const model = await describeModel(settings.connection)
  if (model.access.kind === 'allowed') {
    log.info(`Documents may be read by ${model.name} at ${model.host}:${model.port}, ${PLACES[model.access.where]}.`)
  } else log.warn(`${problemOf(model, model.access.detail)} Documents are read by the rules alone.`)
}

function problemOf({ host }: ModelDescription, detail: string): string {
  if (detail === 'remote-not-allowed')
    return `${host} is outside this machine and the private networks: set BILIM_MODEL_REMOTE to "allow" to use it.`
  if (detail === 'not-encrypted')
    return `${host} is outside this machine and the private networks: its address must begin with https.`
  if (detail === 'forbidden-address') return `${host} has an address that is never connected to.`
  return `The name ${host} of the model cannot be resolved.`
}
