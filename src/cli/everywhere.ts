// The command, and where it finds itself in a web worker the server: the extension brings the language in one file.
import type * as whole from './journey.ts';

export const journey: typeof whole.journey = async (args, process) =>
  (await import('./journey.ts')).journey(args, process);

export const journeyThread: typeof whole.journeyThread = async (port, data) =>
  (await import('./journey.ts')).journeyThread(port, data);

if ('importScripts' in globalThis) void import('../server/worker.ts');
