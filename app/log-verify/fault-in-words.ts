import type { ReplayFault } from '@baunghe/proof';

type Said<Code extends ReplayFault['code']> = (fault: Extract<ReplayFault, { code: Code }>) => string;

const SAID: { [Code in ReplayFault['code']]: Said<Code> } = {
  no_checkpoint: () => 'the log serves no checkpoint',
  malformed_note: ({ of }) => `${whose(of)} is no signed note`,
  malformed_checkpoint: ({ of }) => `${whose(of)} is signed but is no checkpoint`,
  wrong_signature: ({ of, name }) => `bad signature: the one of ${name} under ${whose(of)} does not hold`,
  no_known_signature: ({ of }) => `wrong key: ${whose(of)} is signed by no key that is trusted here`,
  foreign_origin: ({ of, origin }) => `${whose(of)} names the log ${origin}, which is not the key's`,
  kept_of_another_log: ({ origin }) => `the checkpoint that was kept is of another log, ${origin}`,
  older_than_kept: ({ size, keptSize }) =>
    `old checkpoint: the log has ${size} entries now and had ${keptSize} when it was read last`,
  fork: ({ keptSize }) =>
    `fork: the first ${keptSize} entries are not those that were there when the log was read last`,
  tile_missing: ({ path }) => `tile missing: ${path}`,
  tile_unreadable: ({ path }) => `tile unreadable: ${path}`,
  entries_missing: ({ index }) => `entries missing from entry ${index} to the end of its bundle`,
  entry_changed: ({ index }) => `entry ${index} changed: it is not what was signed`,
  entry_moved: ({ index, belongsAt }) => `entry ${index} moved: it belongs at ${belongsAt}`,
  tile_wrong: ({ path, at }) => `tile wrong: ${path} has another hash at ${at} than was signed`,
  root_wrong: ({ size }) => `the ${size} entries do not give the root that is signed`,
};

/** What is wrong, as one line that says where. Entries are counted from zero, paths are below the log's address. */
export function faultInWords(fault: ReplayFault): string {
  const say = SAID[fault.code] as (fault: ReplayFault) => string;
  return say(fault);
}

function whose(of: 'log' | 'kept'): string {
  return of === 'log' ? "the log's checkpoint" : 'the checkpoint that was kept';
}
