import type { Case } from '../../../case.ts';
import { exactly } from '../../manifest/exactly.ts';
import { base64Of, both, inline, mainModule, ofSkill, withGuest, withLines } from './given.ts';
import { allShown } from './granting.ts';
import { runs } from './rows.ts';

const proves = ['RUN-RESULT'] as const;
const hidden = ['RUN-SECRETS-HIDDEN'] as const;
const none = exactly(allShown({}));

const manifest = `[capabilities]
http_egress_allowlist = ["api.example.com"]
secrets = [{ scope = "global", key_names = ["b", "a"] }]
[capabilities.filesystem]
write_roots = ["plugins/cache"]`;
const asked = {
  http_hosts: ['API.example.com'],
  secrets: ['global/b', 'global/a'],
  storage_prefixes: ['plugins/cache'],
};
const granted = exactly(allShown({ ...asked, http_hosts: ['api.example.com'] }));
const policy = { allowed_secrets: ['global/a', 'global/b'] };
const withGrants = both(withGuest('echo'), withLines(manifest));

const everything = {
  http_hosts: ['b.example', 'a.example'],
  secrets: ['db_password'],
  storage_prefixes: ['plugins/cache', 'out'],
  channels: ['cli'],
};
const open = {
  allowed_http_hosts: ['a.example', 'b.example', 'c.example'],
  allowed_storage_prefixes: ['out', 'plugins/cache'],
};

/** The whole of an answer, but for how long it took. */
export const resultCases: readonly Case[] = [
  runs('result-inline', proves, inline(), {
    exit_code: 42n,
    entrypoint: 'run',
    resolved_from: 'inline_module',
    skill: null,
    capabilities: none,
  }),
  runs(
    'result-inline-of-everything',
    [...proves, ...hidden],
    inline({ module_base64: base64Of('echo'), capabilities: everything }, { policy: open }),
    {
      exit_code: 6n,
      entrypoint: 'run',
      resolved_from: 'inline_module',
      skill: null,
      capabilities: exactly(
        allShown({ ...everything, http_hosts: ['a.example', 'b.example'], storage_prefixes: ['out', 'plugins/cache'] }),
      ),
    },
  ),
  runs('result-of-skill', proves, ofSkill(), ({ skillId }) => ({
    exit_code: 42n,
    entrypoint: 'run',
    resolved_from: 'installed_skill_artifact',
    skill: exactly({ skill_id: skillId, version: '3.1.4', module_path: mainModule, tool_id: null }),
    capabilities: none,
  })),
  runs(
    'result-of-tool',
    [...proves, ...hidden],
    (world) => {
      const fields = { tool_id: `${world.publisher}.${world.tool}`, skill_version: ' 3.1.4 ', capabilities: asked };
      return ofSkill(fields, withGrants, { policy })(world);
    },
    ({ skillId, publisher, tool }) => ({
      exit_code: 4n,
      entrypoint: 'run',
      resolved_from: 'installed_skill_artifact',
      skill: exactly({ skill_id: skillId, version: '3.1.4', module_path: mainModule, tool_id: `${publisher}.${tool}` }),
      capabilities: granted,
    }),
  ),
  runs('result-without-secrets', hidden, inline({ capabilities: { secrets: [] } }), { capabilities: none }),
];
