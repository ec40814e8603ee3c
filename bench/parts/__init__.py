"""The parts of `bench/run`: what is generated, started, loaded and measured."""
