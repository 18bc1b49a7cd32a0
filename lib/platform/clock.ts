/** The one source of time; services and handlers get it as an argument so that tests can set it. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();
