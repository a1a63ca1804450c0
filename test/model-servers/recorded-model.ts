import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ChatBody, type ModelServer, sendJson, sendReply, startModelServer } from './model-server'

/** Serves the replies of a folder: `<hash of the request>.reply.txt` is the content of one. Answers 404 to what is not recorded. */
export function startRecordedModel(folder: string, models: readonly string[] = ['recorded']): Promise<ModelServer> {
  return startModelServer(models, (response, body) => {
    const hash = hashOfRequest(body)
    const path = join(folder, `${hash}.reply.txt`)
    if (!existsSync(path)) {
      const message = `No reply is recorded for ${hash}: record again.`
      return sendJson(response, 404, { error: { message, type: 'not_recorded' } })
    }
    const content = readFileSync(path, 'utf8')
    const usage = {
      prompt_tokens: Math.ceil(JSON.stringify(body.messages).length / 4),
      completion_tokens: Math.ceil(content.length / 4),
    }
    sendReply(response, content, usage, body.stream)
  })
}

/** Of what decides the reply: another limit of tokens or another temperature finds the same recording. */
const hashOfRequest = ({ model, messages, response_format }: ChatBody): string =>
  createHash('sha256')
    .update(JSON.stringify([model, messages, response_format ?? null]))
    .digest('hex')
    .slice(0, 16)
