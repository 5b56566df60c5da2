import { runTogether } from '../support/run-together';

runTogether('pure', 2, 3);
