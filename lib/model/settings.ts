import { readFileSync } from 'node:fs'
import { SECOND_READING_STAGES, type SecondReadingStage } from '../core/generation/finder'
import { env } from '../env'

/** Where the model is and what it is called. */
export type ModelConnection = {
  /** As the server lists it. */
  readonly name: string
  /** Without a slash at its end; the paths of the protocol follow. */
  readonly baseUrl: string
  /** A function, so that no key is in what is printed or serialized. */
  readonly apiKey: () => string | null
  /** Whether the operator lets text leave this machine and the private networks. */
  readonly isRemoteAllowed: boolean
}

export type ModelSettings =
  | { readonly kind: 'off' }
  /** `problem` is a sentence for the operator. The app runs without a model. */
  | { readonly kind: 'invalid'; readonly problem: string }
  | ModelInUse

export type ModelInUse = {
  readonly kind: 'on'
  readonly connection: ModelConnection
  readonly monthlyTokens: number | null
  readonly skippedStages: readonly SecondReadingStage[]
}

export type ModelVariables = Partial<
  Pick<
    typeof env,
    | 'BILIM_MODEL'
    | 'BILIM_MODEL_REMOTE'
    | 'BILIM_MODEL_MONTHLY_TOKENS'
    | 'BILIM_MODEL_SKIP'
    | 'OLLAMA_BASE_URL'
    | 'OPENAI_BASE_URL'
    | 'OPENAI_API_KEY'
    | 'OPENAI_API_KEY_FILE'
  >
>

let settings: ModelSettings | undefined

/** Those of the environment, read once in a process. */
export function modelSettings(): ModelSettings {
  settings ??= readModelSettings(env)
  return settings
}

/** Without `BILIM_MODEL` nothing is read, whatever else is set. */
export function readModelSettings(variables: ModelVariables): ModelSettings {
  const name = variables.BILIM_MODEL
  if (!name) return { kind: 'off' }
  try {
    const { baseUrl, apiKey } = variables.OLLAMA_BASE_URL ? readOllama(variables) : readOpenAi(variables)
    const isRemoteAllowed = readRemote(variables)
    return {
      kind: 'on',
      connection: { name, baseUrl, apiKey: () => apiKey, isRemoteAllowed },
      monthlyTokens: readMonthlyTokens(variables),
      skippedStages: readSkipped(variables),
    }
  } catch (error) {
    if (error instanceof SettingProblem) return { kind: 'invalid', problem: error.message }
    throw error
  }
}

class SettingProblem extends Error {}

type Endpoint = { readonly baseUrl: string; readonly apiKey: string | null }

/** Its address is usually given without the path of the protocol. The key of another service is not sent to it. */
function readOllama({ OLLAMA_BASE_URL, OPENAI_BASE_URL }: ModelVariables): Endpoint {
  if (OPENAI_BASE_URL) {
    throw new SettingProblem('OLLAMA_BASE_URL and OPENAI_BASE_URL are both set: keep the one where BILIM_MODEL is.')
  }
  const root = readBaseUrl('OLLAMA_BASE_URL', OLLAMA_BASE_URL).replace(/\/(?:v1|api)$/, '')
  return { baseUrl: `${root}/v1`, apiKey: null }
}

function readOpenAi(variables: ModelVariables): Endpoint {
  if (!variables.OPENAI_BASE_URL) {
    throw new SettingProblem('BILIM_MODEL is set, but neither OLLAMA_BASE_URL nor OPENAI_BASE_URL says where it is.')
  }
  return { baseUrl: readBaseUrl('OPENAI_BASE_URL', variables.OPENAI_BASE_URL), apiKey: readApiKey(variables) }
}

function readBaseUrl(name: string, value = ''): string {
  const url = URL.canParse(value) ? new URL(value) : null
  const isPlain = url && !url.username && !url.password && !url.search && !url.hash
  if (!isPlain || !/^https?:$/.test(url.protocol)) {
    throw new SettingProblem(`${name} must be an http or https address without a password, a query or a fragment.`)
  }
  return url.href.replace(/\/+$/, '')
}

function readApiKey({ OPENAI_API_KEY, OPENAI_API_KEY_FILE }: ModelVariables): string | null {
  if (OPENAI_API_KEY && OPENAI_API_KEY_FILE) {
    throw new SettingProblem('OPENAI_API_KEY and OPENAI_API_KEY_FILE are both set: keep one.')
  }
  const key = (OPENAI_API_KEY_FILE ? readKeyFile(OPENAI_API_KEY_FILE) : (OPENAI_API_KEY ?? '')).trim()
  if (/[^\x21-\x7e]/.test(key)) {
    throw new SettingProblem('The API key of the model may have only letters, digits and signs, without spaces.')
  }
  return key || null
}

function readKeyFile(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new SettingProblem('OPENAI_API_KEY_FILE names a file that cannot be read.')
  }
}

function readRemote({ BILIM_MODEL_REMOTE }: ModelVariables): boolean {
  if (BILIM_MODEL_REMOTE && BILIM_MODEL_REMOTE !== 'allow') {
    throw new SettingProblem('BILIM_MODEL_REMOTE can only be "allow".')
  }
  return BILIM_MODEL_REMOTE === 'allow'
}

function readMonthlyTokens({ BILIM_MODEL_MONTHLY_TOKENS }: ModelVariables): number | null {
  if (!BILIM_MODEL_MONTHLY_TOKENS) return null
  const tokens = Number(BILIM_MODEL_MONTHLY_TOKENS)
  if (!Number.isSafeInteger(tokens) || tokens < 1) {
    throw new SettingProblem('BILIM_MODEL_MONTHLY_TOKENS must be a whole number above 0.')
  }
  return tokens
}

function readSkipped({ BILIM_MODEL_SKIP = '' }: ModelVariables): readonly SecondReadingStage[] {
  const names = BILIM_MODEL_SKIP.split(',').flatMap((name) => name.trim() || [])
  const stages = names.flatMap((name) => SECOND_READING_STAGES.find((stage) => stage === name) ?? [])
  if (stages.length < names.length) {
    throw new SettingProblem(`BILIM_MODEL_SKIP can have ${SECOND_READING_STAGES.join(', ')}, with commas between them.`)
  }
  return stages
}
