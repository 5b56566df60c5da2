import { runTogether } from '../support/run-together';

runTogether('pure', 0, 3);
