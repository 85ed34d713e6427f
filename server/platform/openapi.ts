import * as z from 'zod'
import { endpoints } from '../../shared/contract/endpoints.ts'
import { PROBLEMS } from '../../shared/contract/errors.ts'
import { API_PREFIX, isDoor, routeOf, type Door, type Route, type RouteId } from '../../shared/contract/routes.ts'

type Json = Record<string, unknown>

/** The OpenAPI 3.1 document of the contract; the same contract always yields the same text. */
export function openApiDocument(): Json {
  const paths: Record<string, Json> = {}
  for (const id of Object.keys(endpoints) as RouteId[]) {
    const { method, path } = routeOf(id)
    const item = (paths[API_PREFIX + path] ??= {})
    item[method.toLowerCase()] = operation(id)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '守温 Shouwen',
      version: '1',
      description:
        'One record of a child’s fever for the whole family. Every refusal is a problem document with a stable `code`.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: { Problem: PROBLEM },
    },
  }
}

function operation(id: RouteId): Json {
  const route = routeOf(id)
  const { summary, params, query, body, response } = endpoints[id]
  return {
    operationId: id,
    summary,
    tags: [id.split('.')[0]],
    description: `For: ${audience(route)}.`,
    ...(isDoor(route.access) ? {} : { security: [{ token: [] }] }),
    parameters: [...parameters('path', params), ...parameters('query', query)],
    ...(route.method === 'POST' ? { requestBody: { required: true, content: json(schemaOf(body, 'input')) } } : {}),
    responses: {
      200: { description: 'Done', content: route.file ? { [route.file]: {} } : json(schemaOf(response, 'output')) },
      default: {
        description: 'Refused',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

function audience({ access }: Route): string {
  if (isDoor(access)) return AUDIENCES[access]
  if (access === 'former member') return 'former members of the family'
  return access === 'account' ? 'anyone signed in' : `members whose role has \`${access.family}\``
}

const AUDIENCES: Readonly<Record<Door, string>> = {
  anyone: 'anyone',
  demo: 'anyone, where the server runs as a demo',
  wechat: 'anyone, where the server belongs to a mini-program',
  local: 'anyone, where the server runs with a sign-in of its own',
}

function parameters(place: 'path' | 'query', schema: z.ZodType): Json[] {
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as { properties?: Json; required?: string[] }
  return Object.entries(properties).map(([name, value]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: value,
  }))
}

const json = (schema: Json): Json => ({ 'application/json': { schema } })

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io,
    unrepresentable: 'any',
  }) as Json
  return rest
}

const text = { type: 'string' }
const PROBLEM: Json = {
  description: 'RFC 9457. Go by `code`; `detail` is for developers.',
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'requestId'],
  properties: {
    type: text,
    title: text,
    status: { type: 'integer' },
    code: { enum: Object.keys(PROBLEMS) },
    detail: text,
    requestId: text,
    errors: {
      description: 'Each fault with a JSON pointer into the request: /body/changes/3/content/celsius',
      type: 'array',
      items: { type: 'object', required: ['path', 'message'], properties: { path: text, message: text } },
    },
  },
}
