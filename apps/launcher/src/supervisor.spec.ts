import { describe, expect, it } from '@jest/globals';
import { Supervisor } from './supervisor.mjs';

describe('Supervisor', () => {
  it('stops what was started last first, once, and answers the first code', async () => {
    const stopped: string[] = [];
    const supervisor = new Supervisor();
    for (const name of ['servers', 'api']) supervisor.own(name, () => void stopped.push(name));
    void supervisor.end(3);
    void supervisor.end(0);
    expect(await supervisor.finished).toBe(3);
    expect(stopped).toEqual(['api', 'servers']);
    expect(supervisor.signal.aborted).toBe(true);
  });

  it('goes on stopping when one cannot be stopped, and fails', async () => {
    const stopped: string[] = [];
    const supervisor = new Supervisor();
    supervisor.own('servers', () => void stopped.push('servers'));
    supervisor.own('api', () => Promise.reject(new Error('stuck')));
    void supervisor.end(0);
    expect(await supervisor.finished).toBe(1);
    expect(stopped).toEqual(['servers']);
  });
});
