import 'server-only'
import { pino } from 'pino'
import { env } from './env'

/** What an operator should know. Never a document's text, a name or an address. */
export const log = pino({ level: env.LOG_LEVEL, base: null })
