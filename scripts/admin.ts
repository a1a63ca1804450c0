// npm run admin -- reset-password EMAIL: a new password without mail.
import { migrate } from '../lib/data/maintenance/migrate'
import { resetPassword } from '../lib/data/people/passwords'
import { Refused, withDatabase } from './shared/with-database'

await withDatabase(async () => {
  const [command, email] = process.argv.slice(2)
  if (command !== 'reset-password' || !email) throw new Refused('Usage: npm run admin -- reset-password EMAIL')
  await migrate()
  const result = await resetPassword(email, new Date())
  if (result.kind === 'rejected') throw new Refused(`There is no account with the e-mail ${email}.`)
  console.log(`New password for ${email}: ${result.password}\nEvery open session of this account has ended.`)
})
