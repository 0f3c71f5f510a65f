// The floor of `start`: opens pg, asks one thing, listens.
import { createServer } from 'node:http'
import pg from 'pg'

const [databaseUrl, port] = process.argv.slice(2)
const pool = new pg.Pool({ connectionString: databaseUrl })
await pool.query('select 1')
createServer((_request, response) => response.end('{}')).listen(Number(port), '127.0.0.1')
process.on('SIGTERM', () => process.exit(0))
