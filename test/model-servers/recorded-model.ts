import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { recordingOf } from '@/lib/model/recorded-replies'
import { type ModelServer, sendJson, sendReply, startModelServer } from './model-server'

/** Serves the replies of a folder: `<hash of the request>.reply.txt` is the content of one. Answers 404 to what is not recorded. */
export function startRecordedModel(folder: string, models: readonly string[] = ['recorded']): Promise<ModelServer> {
  return startModelServer(models, (response, body) => {
    const file = recordingOf(body)
    const path = join(folder, file)
    if (!existsSync(path)) {
      const message = `There is no recording ${file}: record again.`
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
