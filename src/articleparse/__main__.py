"""`python -m articleparse`: the command, where it is not installed."""

from articleparse.cli.app import main

if __name__ == "__main__":
    main(prog_name="articleparse")
